namespace Cairn.Benchmarks.Histories;

/// <summary>The same migration as a user of knex writes it.</summary>
internal static class KnexScript
{
    public static string Of(int number)
    {
        var table = History.Table(number);
        var foreign = number == 1 ? "" : $".references('id').inTable('{History.Table(number - 1)}')";
        return $$"""
            exports.up = async (knex) => {
              await knex.schema.createTable('{{table}}', (table) => {
                table.increments('id');
                table.integer('previous_id').unsigned().nullable(){{foreign}};
                table.string('name', 100).notNullable();
                table.string('email', 200).nullable();
                table.decimal('total', 10, 2).notNullable().defaultTo(0);
                table.integer('quantity').notNullable().defaultTo(1);
                table.boolean('active').notNullable().defaultTo(true);
                table.text('note', 'longtext').nullable();
                table.index('name');
              });

              for (const [name, total] of [['first', 10.5], ['second', 20.0], ['third', 30.25]]) {
                await knex('{{table}}').insert({
                  name,
                  email: `${name}@example.com`,
                  total,
                  quantity: 2,
                });
              }
            };

            exports.down = async (knex) => knex.schema.dropTable('{{table}}');

            """;
    }
}
