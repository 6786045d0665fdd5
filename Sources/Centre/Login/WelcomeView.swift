internal import HTML
internal import Records

/// `/start`, for a role without a first page of its own.
func welcomePage(_ role: Role) -> HTML {
    """
    <h1>Velkommen</h1>
    <p>Du er logget ind som \(role.danishName). Din rolle åbner ingen sager, og der er ingen sider \
    til den endnu.</p>
    """
}
