/// Text as it is kept: no control characters, which the database and pages refuse, and no spaces around it.
struct PlainText {
    let text: String
    let hadControls: Bool

    init(_ raw: String) {
        // Most text has nothing to clean: one look at the bytes settles it.
        if raw.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) {
            text = raw
            hadControls = false
            return
        }
        var scalars = String.UnicodeScalarView()
        var controls = false
        for scalar in raw.unicodeScalars {
            let isControl = scalar.value < 0x20 || scalar.value == 0x7F
            controls = controls || isControl
            scalars.append(isControl ? " " : scalar)
        }
        hadControls = controls
        let cleaned = scalars.drop { $0 == " " }
        let end = cleaned.lastIndex { $0 != " " }.map(cleaned.index(after:)) ?? cleaned.startIndex
        text = String(String.UnicodeScalarView(cleaned[..<end]))
    }
}
