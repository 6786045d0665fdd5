/// What the dictionary asks of the database.
enum DictionarySQL: String, StatementList {
    case everything = """
        SELECT table_name, column_name, meaning, form, sensitivity, source, kept
        FROM data_dictionary
        """
}
