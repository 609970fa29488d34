"""Made-up names of people and schools."""

GIVEN = """
Aaliyah Abel Adele Agnes Alicia Amara Amir Ana Andre Anh Anita Antonio Anwar Aria Arjun Asha Astrid Aurelio Beatriz
Benita Bao Bruno Camille Carlos Carmen Cecilia Chidi Claire Clara Corinne Dalia Damian Daniela David Delia Denise
Diego Dolores Dorothea Edith Elena Elias Elise Emeka Emilia Enrique Esteban Esther Eva Fatima Felix Fiona Flora
Francis Gabriel Galina George Gloria Grace Graciela Gustavo Hana Harold Hector Helen Hiro Hugo Ida Ileana Imani Irene
Isaac Ivan Jasmine Javier Jean Joanna Joaquin Jonah Josefina Julia Kamal Karen Keiko Kenji Khadija Kiran Laila Lars
Laura Leon Lidia Linh Lorena Lucia Luis Mabel Malik Marcus Margot Maria Marisol Martin Mateo Mei Melinda Miguel Mina
Miriam Monica Nadia Naomi Nestor Nicole Nina Noel Nora Octavio Olga Omar Opal Oscar Paloma Patrick Paula Pedro Petra
Phuong Quentin Rachel Rafael Ramona Ravi Rebecca Renata Rita Roberto Rosa Ruben Sabine Salma Samuel Sandra Sara Selma
Sergio Simone Sofia Stella Sunita Svetlana Tamara Teodoro Teresa Thomas Tova Ursula Valeria Vera Victor Violet Walter
Wanda Wesley Xavier Yara Yolanda Yusuf Zahra Zoe
""".split()

FAMILY = """
Abara Achterberg Aguilar Albrecht Alvarado Amundsen Andrade Aoki Arslan Ashworth Ayala Baptiste Barzani Bautista
Becker Belmonte Bergstrom Bhatt Bianchi Blackwood Bonilla Boyle Brandt Bravo Buckley Cabrera Caldera Calloway Campos
Cantor Cardenas Castellano Chaudhry Cheung Cisneros Clarke Coleman Contreras Cordova Cuevas Dabrowski Dalton Danjuma
Delacroix Delgado Demir Devlin Dominguez Doyle Duarte Dubois Ekström Eliasson Emerson Escobar Espinoza Estrada
Fairbanks Falk Farrell Figueroa Fischer Fontaine Franco Fuentes Gallagher Galvan Garza Gebre Gibbs Gonsalves Granger
Greer Guerrero Gutierrez Haddix Halvorsen Hamada Hansson Hassan Herrera Hidalgo Hoang Holloway Horvath Huerta Hughes
Ibarra Ishikawa Iyer Jankowski Jansen Jaramillo Jimenez Jovanovic Kaplan Karimi Kaur Keller Kimura Kovacs Kowalski
Krishnan Kwan Lachance Lam Landry Larsen Laurent Leal Ledesma Lindgren Lozano Lund Macias Madrigal Mahmoud Maldonado
Mancini Marchand Marquez Mbeki McAllister Medrano Mehta Mendoza Mercier Meyers Mizuno Molina Montoya Moreau Mwangi
Nakagawa Navarro Nguyen Nielsen Novak Obi Ocampo Odom Ogawa Okoye Olivares Olsen Orozco Ortega Osei Paredes Pascual
Patel Peralta Petrov Pham Pineda Ponce Prescott Quintero Ramos Rangel Rasmussen Rendon Reyna Rivera Robles Rojas
Romero Rosales Rossi Ruelas Saavedra Salazar Salinas Sandoval Santos Schreiber Seo Serrano Shah Sharma Sheridan Silva
Sokolov Solis Soriano Sorensen Spencer Stavros Suarez Sullivan Svensson Tadesse Takeda Talamantes Tanaka Tejada Thorne
Toledo Torres Tran Truong Ugarte Ulrich Urbina Valdez Valenzuela Vargas Vasquez Velasco Villanueva Vogel Vuong Wallin
Warsame Watkins Weiss Whitaker Winslow Yamada Yilmaz Ybarra Yoon Zamora Zapata Zelaya Zhang Zielinski Zuniga
""".split()

HIGH = ["Cedar Ridge", "Millbrook", "Larkspur", "Alder Creek", "Stone Bridge", "West Valley"]
MIDDLE = ["Harrow", "Juniper", "Fern Hollow", "Quarry Park", "Rosewood", "Sandpiper", "Thistle", "Mariposa"]
ELEMENTARY = [
    "Orchard", "Acorn", "Bayberry", "Birch Lane", "Bluebell", "Buttonwood", "Canyon View", "Clover", "Cottonwood",
    "Dogwood", "Elderberry", "Foothill", "Goldfinch", "Hawthorn", "Hazel", "Hillside", "Laurel", "Lupine", "Madrone",
    "Meadow", "Oak Street", "Poppy Field", "Redbud", "River Bend", "Sage", "Sycamore", "Willow", "Yarrow",
]
ALTERNATIVE = ["Bridgeway Continuation School", "Alder Valley Adult School"]
