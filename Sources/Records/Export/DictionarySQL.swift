/// What the dictionary asks of the database.
package enum DictionarySQL: String, CaseIterable {
    case everything = """
        SELECT table_name, column_name, meaning, form, sensitivity, source, kept
        FROM data_dictionary
        """
}
