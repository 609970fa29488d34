/// Words of the people page for HR.
struct PeopleTexts: Sendable {
    let title: String
    let recorded: String
    let filter: String
    let text: String
    let site: String
    let unit: String
    let all: String
    let show: String
    let showAll: String
    let list: String
    let name: String
    let number: String
    let noNumber: String
    let assignments: String
    let noAssignment: String
    let account: String
    let emptyTitle: String
    let emptyLead: String
    let found: @Sendable (_ count: Int, _ text: String) -> String
    let assignment: @Sendable (_ position: String, _ site: String) -> String

    static let english = PeopleTexts(
        title: "People",
        recorded: "That you looked here, and for what, is recorded with your name.",
        filter: "Narrow the list",
        text: "Name, employee number or e-mail",
        site: "Site",
        unit: "Bargaining unit",
        all: "All",
        show: "Show",
        showAll: "Show all",
        list: "People, by name",
        name: "Name",
        number: "Number",
        noNumber: "none",
        assignments: "Jobs",
        noAssignment: "No job today",
        account: "Account",
        emptyTitle: "Nobody fits these words",
        emptyLead: "Try part of a name, or show all.",
        found: { $0 == 1 ? "1 person" : "\($1) people" },
        assignment: { "\($0), \($1)" }
    )

    static let spanish = PeopleTexts(
        title: "Personal",
        recorded: "Queda registrado, con su nombre, que usted consultó esta página y qué buscó.",
        filter: "Reducir la lista",
        text: "Nombre, número de empleado o correo",
        site: "Plantel",
        unit: "Unidad de negociación",
        all: "Todos",
        show: "Mostrar",
        showAll: "Mostrar todos",
        list: "Personal, por nombre",
        name: "Nombre",
        number: "Número",
        noNumber: "ninguno",
        assignments: "Puestos",
        noAssignment: "Hoy sin puesto",
        account: "Cuenta",
        emptyTitle: "Nadie coincide",
        emptyLead: "Pruebe con parte del nombre o muestre todos.",
        found: { $0 == 1 ? "1 persona" : "\($1) personas" },
        assignment: { "\($0), \($1)" }
    )
}
