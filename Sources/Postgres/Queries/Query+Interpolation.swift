extension Query {
    /// Collects the text and the values of an interpolated statement.
    public struct Interpolation: StringInterpolationProtocol {
        var sql = ""
        var parameters = Parameters()
        var places: [Range<Int>] = []
        var flaw: String?

        /// Starts an empty statement.
        public init(literalCapacity: Int, interpolationCount: Int) {
            sql.reserveCapacity(literalCapacity + 4 * interpolationCount)
            places.reserveCapacity(interpolationCount)
        }

        /// Appends text that stands in the source.
        public mutating func appendLiteral(_ literal: String) {
            appendText(literal)
        }

        /// Appends a value as the next parameter.
        public mutating func appendInterpolation(_ value: some PostgresEncodable) {
            let isSendable = parameters.append(value)
            if !isSendable { flaw = "parameter $\(parameters.count) holds a NUL byte" }
            appendPlace(number: parameters.count)
        }

        /// Appends a value as the next parameter; nil is NULL.
        public mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value?) {
            let isSendable = parameters.append(value)
            if !isSendable { flaw = "parameter $\(parameters.count) holds a NUL byte" }
            appendPlace(number: parameters.count)
        }

        /// Appends another statement or part of one; its parameters are numbered on.
        public mutating func appendInterpolation(_ part: Query) {
            let bytes = Array(part.sql.utf8)
            var position = 0
            for (index, place) in part.places.enumerated() {
                sql += String(decoding: bytes[position..<place.lowerBound], as: UTF8.self)
                appendPlace(number: parameters.count + index + 1)
                position = place.upperBound
            }
            sql += String(decoding: bytes[position...], as: UTF8.self)
            parameters.append(contentsOf: part.parameters)
            flaw = flaw ?? part.flaw
        }

        /// Appends text as it is. The caller vouches for it; CI lists each use.
        public mutating func appendInterpolation(unsafeSQL text: String) {
            appendText(text)
        }

        private mutating func appendText(_ text: String) {
            if text.utf8.contains(0) { flaw = "the statement holds a NUL byte" }
            sql += text
        }

        private mutating func appendPlace(number: Int) {
            let start = sql.utf8.count
            sql += "$"
            sql += String(number)
            places.append(start..<sql.utf8.count)
        }
    }
}
