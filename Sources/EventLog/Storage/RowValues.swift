package import GRDB

extension Row {
    /// A value of a column. A damaged file may have none there, or one of another kind: GRDB's own subscript ends the
    /// program then.
    ///
    /// - Throws: `LogError.damaged`.
    package func value<Value: DatabaseValueConvertible>(_ column: Int, as type: Value.Type = Value.self) throws(LogError) -> Value {
        guard let value = Value.fromDatabaseValue(self[column] as DatabaseValue) else {
            throw .damaged(position: nil, .valueMissing)
        }
        return value
    }
}
