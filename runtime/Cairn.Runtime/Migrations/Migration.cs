namespace Cairn;

/// <summary>A migration as a class. Override <see cref="Up"/> and <see cref="Down"/>, or the asynchronous pair.</summary>
/// <example><code>
/// class AddNotes : Migration
/// {
///     public override void Up() => AddSql("create table notes (id integer primary key, body text)");
///     public override void Down() => AddSql("drop table notes");
/// }
/// </code></example>
public abstract class Migration
{
    /// <summary>The database; set before a direction runs.</summary>
    public Db Db { get; internal set; } = null!;

    /// <summary>The schema builder: <c>Db.Schema</c>.</summary>
    protected Schema.Building.SchemaBuilder Schema => Db.Schema;

    /// <summary>Goes up.</summary>
    public virtual void Up()
    {
    }

    /// <summary>Goes down.</summary>
    public virtual void Down()
    {
    }

    /// <summary>Goes up, asynchronously; calls <see cref="Up"/> unless overridden.</summary>
    public virtual Task UpAsync(CancellationToken cancellationToken)
    {
        Up();
        return Task.CompletedTask;
    }

    /// <summary>Goes down, asynchronously; calls <see cref="Down"/> unless overridden.</summary>
    public virtual Task DownAsync(CancellationToken cancellationToken)
    {
        Down();
        return Task.CompletedTask;
    }

    /// <summary>Queues one statement.</summary>
    protected void AddSql(string sql, object? parameters = null) => _ = Db.Sql(sql, parameters);
}
