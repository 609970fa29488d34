/// Walks through the elements of a one-dimensional array in text form, for example `{1,NULL,"a,b"}`.
///
/// `body` gets each element's text, or an empty span and true for NULL, and says whether to go on.
/// Returns false when the text isn't such an array or `body` stopped.
///
/// Source: PostgreSQL 15, 8.15.6 "Array Input and Output Syntax".
func eachArrayElement(of text: Span<UInt8>, _ body: (_ text: Span<UInt8>, _ isNull: Bool) -> Bool) -> Bool {
    var position = positionAfterBounds(of: text)
    guard text.take("{", at: &position) else { return false }
    if text.take("}", at: &position) { return position == text.count }
    repeat {
        let goesOn =
            text.take("\"", at: &position)
            ? readQuoted(text, &position, body) : readPlain(text, &position, body)
        guard goesOn else { return false }
    } while text.take(",", at: &position)
    return text.take("}", at: &position) && position == text.count
}

/// Where the elements start: after `[2:4]=`, which is written when the first index isn't 1.
private func positionAfterBounds(of text: Span<UInt8>) -> Int {
    guard text.count > 0, text[0] == UInt8(ascii: "[") else { return 0 }
    for index in text.indices where text[index] == UInt8(ascii: "=") { return index + 1 }
    return 0
}

private func readQuoted(
    _ text: Span<UInt8>, _ position: inout Int, _ body: (Span<UInt8>, Bool) -> Bool
) -> Bool {
    var element: [UInt8] = []
    while position < text.count {
        let byte = text[position]
        position += 1
        if byte == UInt8(ascii: "\"") { return body(element.span, false) }
        if byte == UInt8(ascii: "\\") {
            guard position < text.count else { return false }
            element.append(text[position])
            position += 1
        } else {
            element.append(byte)
        }
    }
    return false
}

private func readPlain(
    _ text: Span<UInt8>, _ position: inout Int, _ body: (Span<UInt8>, Bool) -> Bool
) -> Bool {
    let start = position
    while position < text.count, text[position] != UInt8(ascii: ","), text[position] != UInt8(ascii: "}") {
        // A nested array would need a type of its own; nothing of ours stores one.
        guard text[position] != UInt8(ascii: "{") else { return false }
        position += 1
    }
    let element = text.extracting(start..<position)
    guard element.count > 0 else { return false }
    return element.equals("NULL") ? body(text.extracting(0..<0), true) : body(element, false)
}
