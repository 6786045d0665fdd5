/// Every statement the standards room may run.
enum StandardSQL: String, StatementList {
    case all = """
        SELECT id, in_force_from, standard FROM adopted_standard ORDER BY in_force_from, id
        """
    case newestText = """
        SELECT standard FROM adopted_standard ORDER BY in_force_from DESC, id DESC LIMIT 1
        """
    case adopt = """
        INSERT INTO adopted_standard (in_force_from, standard, adopted_by, recorded_at)
        VALUES (?1, ?2, ?3, ?4)
        """
    case newestID = "SELECT max(id) FROM adopted_standard"
    case prove = "UPDATE adopted_standard SET proof = ?2 WHERE id = ?1"

    case keepFacts = """
        INSERT INTO centre_facts (content, made_by, made_at) VALUES (?1, ?2, ?3)
        """
    case newestFactsID = "SELECT max(id) FROM centre_facts"
    case newestFacts = """
        SELECT id, content, made_by, made_at FROM centre_facts ORDER BY id DESC LIMIT 1
        """
    case factsVersions = """
        SELECT id, content, made_by, made_at FROM centre_facts ORDER BY id DESC
        """

    // Beside a trigger SQLite plans to look for cases that wait for the standard; it looks only while one does.
    static let walkingEverything: [StandardSQL] = [.adopt]
}
