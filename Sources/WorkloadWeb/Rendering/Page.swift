/// A page ready to print: a struct of stored strings, booleans and arrays of the same, formatted in its initialiser.
///
/// Mustache reads stored properties only, so nothing here is computed.
protocol Page: Sendable {
    /// Path of the template below the template folder, without the extension.
    static var template: String { get }
}
