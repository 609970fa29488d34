extension AboutTexts {
    static let english = AboutTexts(
        charterTitle: "Who runs this",
        charterLead: {
            "Afterbell keeps the time that school staff spend when the student record system fails, here for the "
                + "staff of \($0)."
        },
        nothingSigned: "Nothing is signed here yet.",
        nothingSignedMeans:
            "No agreement between the district and a union about Afterbell has been recorded. Until one is, "
            + "nobody has promised here which uses are barred.",
        whoRuns: "Who runs the servers",
        runBy: [
            "district": "The district, or whom it has asked to.", "union": "The union, or whom it has asked to.",
            "third_party": "A third party: neither the district nor a union.",
        ],
        charterFacts: [
            Fact(
                question: "Who may open accounts",
                answer: "The operator of this installation, for the people on the roster."
            ),
            Fact(
                question: "What the operator may read",
                answer:
                    "The operator keeps the database running and has no account here. "
                    + "Whoever runs a database could read it; nobody is meant to."
            ),
            Fact(
                question: "What happens to what you record",
                answer: "Every version stays. It is recorded only: nothing is sent to payroll from here."
            ),
        ],
        seenTitle: "Who sees what",
        seenLead: "Beside every button that sends something stands who will see it.",
        readers: [
            ReaderText(
                who: "You", sees: "All of yours: every entry and every version.", never: "A colleague’s time."
            ),
            ReaderText(
                who: "Your reviewer",
                sees: "Nothing here yet. Site review has not begun in Afterbell; HR can tell you who your reviewer is.",
                never: "Their own time, or that of somebody who reviews theirs."
            ),
            ReaderText(
                who: "HR",
                sees: "Entries of the bargaining units it is responsible for. The roster; each look is recorded.",
                never: "Your password."
            ),
            ReaderText(
                who: "Incident administrators and auditors",
                sees: "Totals by incident, day and kind of work, from 10 people on. Sites as bands.",
                never: "Names, or the time of one person."
            ),
            ReaderText(
                who: "Your union", sees: "Nothing by name, unless you say yes one day.",
                never: "Your hours by name before that."
            ),
        ],
        neverTitle: "Never collected",
        never: "Where your phone is. What you type or click in other systems. Student names or numbers.",
        helpTitle: "Help",
        questions: [
            Answered(
                question: "How do I record time?",
                answer:
                    "Choose Record. Say the day, from and to, what you did and what it was because of. Save. "
                    + "The page then says when it was received."
            ),
            Answered(
                question: "I don’t know the exact times.",
                answer:
                    "Open “More”, then “No exact times?”. Give a length, or at least and at most. You can add "
                    + "times later."
            ),
            Answered(
                question: "I made a mistake.",
                answer:
                    "Open the entry from My week and choose “Correct it”, or “Take it out”. Both versions stay in view."
            ),
            Answered(
                question: "What does “held” mean?",
                answer:
                    "It was received, and counts nowhere for now. Either it overlaps another entry of yours: correct one "
                    + "of the two. Or its end is still ahead: it counts by itself once that is reached."
            ),
            Answered(
                question: "My problem is not listed.",
                answer: "Choose “System problem, not listed”, the part of the system, and say what you saw."
            ),
            Answered(
                question: "Is this a pay claim?",
                answer:
                    "No. It is your record of the time. Nothing recorded here stops a legal clock; ask your "
                    + "union about deadlines."
            ),
            Answered(
                question: "The network is down.",
                answer: "Note the times on paper. Record them later and say under “More” where they come from."
            ),
            Answered(
                question: "Who can I ask?",
                answer: "HR for your jobs, hours and password. Your union for your rights."),
        ],
        unchanged: Answered(
            question: "How do I know that nobody changes what I recorded?",
            answer:
                "Each entry has a receipt, and is sealed within a minute. Keep the receipts; others check the seals."
        )
    )
}
