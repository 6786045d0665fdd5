/// Every statement the standards room may run.
enum StandardSQL: String, CaseIterable {
    case all = """
        SELECT id, in_force_from, standard FROM adopted_standard ORDER BY in_force_from, id
        """
    case newestText = """
        SELECT standard FROM adopted_standard ORDER BY in_force_from DESC, id DESC LIMIT 1
        """
    case adopt = """
        INSERT INTO adopted_standard
            (id, in_force_from, standard, adopted_by, recorded_at, proof)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        """
    case nextID = "SELECT coalesce(max(id), 0) + 1 FROM adopted_standard"
}
