using System.Text.RegularExpressions;
using Cairn.Runtime.Migrations;

namespace Cairn.Scripting.Formats.Sql;

/// <summary>Takes a <c>.sql</c> file apart: header, sections, options.</summary>
internal sealed partial class SqlFileParser
{
    private readonly string file;
    private readonly SqlOptions header = new();
    private readonly Dictionary<string, Part> parts = new(StringComparer.Ordinal);
    private Part? current;
    private bool isSeed;
    private bool inComment;

    private SqlFileParser(string file) => this.file = file;

    /// <summary>Takes the file apart.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="file">The file as the user would write it, for errors.</param>
    /// <exception cref="CairnException">A section is missing or there twice, text stands before the first one (CAIRN2007), or an option is wrong (CAIRN2008).</exception>
    public static SqlFile Parse(string text, string file)
    {
        var parser = new SqlFileParser(file);
        parser.Read(text);
        return parser.Finish(text);
    }

    /// <summary>Takes a file without sections: all of it is one body.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="file">The file as the user would write it, for errors.</param>
    /// <exception cref="CairnException">It has a section (CAIRN2020), or an option is wrong or has no effect on a seed (CAIRN2008).</exception>
    public static (SqlSection Body, MigrationOptions Options) ParseSeed(string text, string file)
    {
        var parser = new SqlFileParser(file) { isSeed = true, current = new Part(0, 0) };
        parser.Read(text);
        return (parser.current.Section(text), new SqlOptions().With(parser.current.Options));
    }

    private void Read(string text)
    {
        var number = 0;
        for (var start = 0; start < text.Length; number++)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            ReadLine(text[start..end].Trim(), number + 1, start, end);
            start = end;
        }

        current?.Close(text.Length);
    }

    private void ReadLine(string line, int number, int start, int end)
    {
        if (current is null && inComment)
        {
            _ = IsComment(line);
        }
        else if (Section().Match(line) is { Success: true } marker)
        {
            Begin(marker.Groups["name"].Value.ToLowerInvariant(), marker.Groups["more"].Value, number, start, end);
        }
        else if (Option().Match(line) is { Success: true } option)
        {
            if (current is { HasText: true })
            {
                throw Error(ErrorCodes.OptionInvalid, $"`-- cairn: {option.Groups[1].Value}` stands after a statement", number, "put it before the section's first statement, or before the sections");
            }

            var options = current?.Options ?? header;
            options.Read(option.Groups[1].Value, file, number);
            if (isSeed && (options.Irreversible is not null || options.With(options) is { NoTransaction: true } or { Lossy.Count: > 0 }))
            {
                throw Error(ErrorCodes.OptionInvalid, $"`-- cairn:{option.Groups[1].Value}` has no effect on a seed: it runs in a transaction, and does not go back", number, "take the line away");
            }
        }
        else if (!IsComment(line))
        {
            _ = current is null
                ? throw Error(ErrorCodes.SqlSectionInvalid, "text before the first section", number, "begin with a line `-- up`; only comments may stand before it")
                : current.HasText = true;
        }
    }

    private void Begin(string name, string more, int number, int start, int end)
    {
        if (isSeed)
        {
            throw Error(ErrorCodes.SeedInvalid, $"a seed has no sections, and there is `-- {name}`", number, "take the line away; what has two directions is a migration");
        }

        current?.Close(start);
        current = new Part(number, end);
        inComment = false;
        if (!parts.TryAdd(name, current))
        {
            throw Error(ErrorCodes.SqlSectionInvalid, $"a second section `-- {name}`; the first is in line {parts[name].Line}", number, "make one of the two");
        }

        // dbmate writes its one option behind the section's name.
        if (more.Equals("transaction:false", StringComparison.OrdinalIgnoreCase))
        {
            current.Options.Read("no-transaction", file, number);
        }
        else if (more.Length > 0 && !more.Equals("transaction:true", StringComparison.OrdinalIgnoreCase))
        {
            throw Error(ErrorCodes.OptionInvalid, $"unknown option `{more}`", number, "known here: transaction:false");
        }
    }

    private bool IsComment(string line)
    {
        if (inComment)
        {
            inComment = !line.Contains("*/", StringComparison.Ordinal);
            return inComment || line.EndsWith("*/", StringComparison.Ordinal);
        }

        if (line.StartsWith("/*", StringComparison.Ordinal))
        {
            inComment = !line.Contains("*/", StringComparison.Ordinal);
            return inComment || line.EndsWith("*/", StringComparison.Ordinal);
        }

        return line.Length == 0 || line.StartsWith("--", StringComparison.Ordinal);
    }

    private SqlFile Finish(string text)
    {
        var up = parts.GetValueOrDefault("up");
        var down = parts.GetValueOrDefault("down");
        var irreversible = header.Irreversible ?? up?.Options.Irreversible ?? down?.Options.Irreversible;
        if (up is null)
        {
            throw Error(ErrorCodes.SqlSectionInvalid, "there is no section `-- up`", down?.Line ?? 1, "add a line `-- up` before the statements that go up");
        }

        if (down is null && irreversible is null)
        {
            throw Error(ErrorCodes.SqlSectionInvalid, "there is no section `-- down`", up.Line, "add one, or say `-- cairn: irreversible: why`");
        }

        var upOptions = header.With(up.Options);
        return new SqlFile(up.Section(text), down?.Section(text))
        {
            UpOptions = upOptions,
            DownOptions = header.With(down?.Options ?? new SqlOptions()).ForDown(upOptions),
            Irreversible = irreversible,
        };
    }

    private CairnException Error(string code, string message, int line, string fix) => new(code, message) { File = file, Line = line, Fix = fix };

    [GeneratedRegex(@"\A--\s*(?:migrate:(?<name>up|down)(?:\s+(?<more>.*))?|(?<name>up|down))\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Section();

    [GeneratedRegex(@"\A--\s*cairn:(?!\s*lint-ignore)(.*)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Option();

    private sealed class Part(int line, int start)
    {
        private int end;

        public int Line { get; } = line;

        public SqlOptions Options { get; } = new();

        public bool HasText { get; set; }

        public void Close(int at) => end = at;

        public SqlSection Section(string text) => new(text[start..end], Line + 1);
    }
}
