import Synchronization

enum ICalLibrary {
    /// libical keeps time zones and errors in tables that all threads share. Calendars are few and small: one at
    /// a time costs nothing.
    static let lock = Mutex(())
}
