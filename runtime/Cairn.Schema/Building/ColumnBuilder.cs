using Cairn.Schema.Operations;

namespace Cairn.Schema.Building;

/// <summary>Says more of a column. What is not said is left to the database: nullable, no default.</summary>
public sealed partial class ColumnBuilder
{
    private readonly TableName table;
    private readonly NameScope scope;
    private readonly bool altering;
    private ColumnDefinition column;
    private bool alter;
    private string? conversion;

    internal ColumnBuilder(TableName table, NameScope scope, bool altering, string name, ColumnType type)
    {
        this.table = table;
        this.scope = scope;
        this.altering = altering;
        column = new ColumnDefinition(name, type);
    }

    /// <summary>Null is forbidden.</summary>
    public ColumnBuilder NotNull() => Say(column with { Nullable = false });

    /// <summary>Null is allowed.</summary>
    public ColumnBuilder Nullable() => Say(column with { Nullable = true });

    /// <summary>The value of rows that do not give one.</summary>
    /// <param name="value">The value, of the column's type; a string is JSON text for a JSON column; null is DEFAULT NULL.</param>
    public ColumnBuilder Default(object? value) => Say(column with { Default = new ColumnDefault.Value(value) });

    /// <summary>The moment of the insert, for rows that do not give one.</summary>
    public ColumnBuilder DefaultToNow() => Say(column with { Default = new ColumnDefault.Now() });

    /// <summary>An expression in the database's own words, for rows that do not give a value.</summary>
    /// <param name="sql">The expression.</param>
    public ColumnBuilder DefaultRaw(string sql) => Say(column with { Default = new ColumnDefault.Raw(Require.Sql(sql, $"the default of {column.Name}")) });

    /// <summary>Refuses negative numbers: an unsigned type on MySQL and MariaDB, elsewhere a check <c>&lt;table&gt;_&lt;column&gt;_check</c>.</summary>
    /// <exception cref="CairnException">The column does not hold numbers (CAIRN3013).</exception>
    public ColumnBuilder Unsigned() => column.Type.Kind is >= ColumnKind.TinyInteger and <= ColumnKind.Double
        ? Say(column with { Type = column.Type with { Unsigned = true } })
        : throw Require.Error($"{column.Name} holds no numbers: it cannot be unsigned.", "Leave .Unsigned() out.");

    /// <summary>Numbered by the database.</summary>
    /// <param name="always">Whether a value of one's own is refused, where the database can do that.</param>
    /// <exception cref="CairnException">The column does not hold whole numbers (CAIRN3013).</exception>
    public ColumnBuilder Identity(bool always = false) => column.Type.Kind is >= ColumnKind.TinyInteger and <= ColumnKind.BigInteger
        ? Say(column with { Identity = always ? IdentityKind.Always : IdentityKind.ByDefault })
        : throw Require.Error($"{column.Name} holds no whole numbers: the database cannot number it.", "Use Integer or BigInteger.");

    /// <summary>Worked out from the row's other columns.</summary>
    /// <param name="sql">The expression, in the database's own words.</param>
    /// <param name="stored">Stored with the row, or worked out at each read (PostgreSQL before 18 has stored ones only).</param>
    public ColumnBuilder GeneratedAs(string sql, bool stored = true) =>
        Say(column with { Generated = new GeneratedExpression(Require.Sql(sql, $"the generated column {column.Name}"), stored) });

    /// <summary>A comment kept in the database (SQLite has none: there it stays in the script).</summary>
    /// <param name="text">The comment; an empty one takes it away.</param>
    public ColumnBuilder Comment(string text) => Say(column with { Comment = text });

    /// <summary>The collation.</summary>
    /// <param name="collation">Its name in this database.</param>
    public ColumnBuilder Collate(string collation) => Say(column with { Collation = Require.Name(collation, "a collation") });

    /// <summary>Puts the column first (MySQL, MariaDB).</summary>
    public ColumnBuilder First() => Say(column with { Position = new ColumnPosition(After: null) });

    /// <summary>Puts the column after another (MySQL, MariaDB).</summary>
    /// <param name="other">The column it follows.</param>
    public ColumnBuilder After(string other) => Say(column with { Position = new ColumnPosition(Require.Name(other, "a column")) });

    /// <summary>
    /// Changes the existing column instead of adding one. What the chain does not mention (null or not, the default, the comment) stays as it is;
    /// keys, checks and indexes of the chain are added.
    /// </summary>
    /// <param name="using">How old values become new ones, where the database must be told: PostgreSQL's USING expression.</param>
    /// <exception cref="CairnException">The table is being created (CAIRN3013).</exception>
    public ColumnBuilder Alter(string? @using = null)
    {
        if (!altering)
        {
            throw Require.Error($"{column.Name} of {table} cannot be altered: the table is being created.", "Use .Alter() inside AlterTable.");
        }

        alter = true;
        conversion = @using;
        return this;
    }

    internal IEnumerable<TableChange> Finish()
    {
        if (column is { Identity: not IdentityKind.None, Default: not null } or { Generated: not null, Default: not null }
            or { Generated: not null, Identity: not IdentityKind.None })
        {
            throw Require.Error($"{column.Name} of {table} has two sources of its value.", "Choose one of a default, an identity and a generated expression.");
        }

        TableChange change = alter ? new AlterColumn(column) { Using = conversion } : new AddColumn(column);
        return [change, .. keys, .. Checks(), .. ForeignKeys()];
    }

    private ColumnBuilder Say(ColumnDefinition definition)
    {
        column = definition;
        return this;
    }
}
