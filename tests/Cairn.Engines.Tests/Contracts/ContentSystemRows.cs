namespace Cairn.Engines.Tests.Contracts;

/// <summary>Rows that an application might have written on some days of example 02, awkward ones among them.</summary>
internal static class ContentSystemRows
{
    public static string[] Days { get; } = ["20211220A", "20220215A", "20221115A", "20230405AA", "20240501B", "20251120A"];

    public static IEnumerable<string> On(string version) => version switch
    {
        "20211220A" =>
        [
            "insert into users (email, name) values ('o''brien@example.org', 'Siobhán O''Brien')",
            "insert into users (email, name, is_active) values ('x@example.org', 'X', false)",
            "insert into posts (title, slug, body, status, word_count) values ('Ünïcode; \"quotes\" -- and more', 'unicode', 'one two', 'published', 2)",
            "insert into comments (post_id, author_name, author_email, body) select id, 'Q', 'nobody@example.org', 'why?' from posts where slug = 'unicode'",
        ],
        "20220215A" =>
        [
            "insert into posts (title, slug, status, word_count) values ('Two languages', 'two', 'archived', 3)",
            "insert into post_translations (post_id, language, title, body) select id, 'en', title, 'one two three' from posts where slug = 'two'",
            "insert into post_translations (post_id, language, title) select id, 'ar', 'لغتان' from posts where slug = 'two'",
        ],
        "20221115A" =>
        [
            "insert into users (email, first_name, status) values ('new@example.org', 'New', 'invited')",
            "insert into audit_log (actor_id, action, collection, item) select cast(id as char(20)), 'update', 'articles', '1' from users where email = 'new@example.org'",
            "insert into webhooks (name, url, event_list) values ('Third', 'https://example.org/?a=''b''', '[\"users.create\",\"a,b\"]')",
        ],
        "20230405AA" =>
        [
            "insert into tenants (name, slug) values ('Second', 'second')",
            "insert into articles (title, slug, tenant_id, word_count) select 'Same slug', 'welcome-to-the-new-site', id, 0 from tenants where slug = 'second'",
            "insert into files (id, filename, mime, size) values ('AAAAAAAA-0D3F-4A53-9F0E-2F6C2D9F1A01', 'video.mp4', 'video/mp4', 5000000000)",
        ],
        "20240501B" =>
        [
            "insert into comments (article_id, author_name, body, parent_id, depth) select article_id, 'Reply', 'yes', id, 1 from comments where author_name = 'Grace'",
            "insert into audit_log (user_id, action, collection) select min(id), 'delete', 'files' from users",
            "insert into audit_log (user_id, action) select min(id), 'login' from users",
        ],
        "20251120A" =>
        [
            "insert into articles (title, slug, status, tenant_id, deleted_at, word_count) select 'Gone', 'gone', 'review', id, '2025-11-21 10:00:00', 0 from tenants",
            "update users set last_seen_at = '2025-11-20 08:00:00', preferences = '{\"theme\": \"dark\"}' where first_name = 'Ada'",
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(version), version, "no rows for this day"),
    };
}
