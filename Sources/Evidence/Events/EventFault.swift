/// Why bytes are no leaf of an event, or a text is no field of one.
public enum EventFault: Error, Hashable {
    /// The leaf is not in its one canonical form.
    case badLeaf
    /// It is not `["salt","name",value]` with a salt of 16 bytes, a plain name and a value that events have.
    case badField
}
