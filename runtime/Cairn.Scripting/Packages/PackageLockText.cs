using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cairn.Scripting.Packages;

/// <summary>A lock file's text: JSON, sorted, the same on every machine, so that a change of it can be read.</summary>
internal static class PackageLockText
{
    private const int Layout = 1;

    /// <summary>The text of a lock.</summary>
    public static string Write(PackageLock locked)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Layout);
            json.WriteString("framework", RestoreProject.Framework);
            json.WriteStartObject("sets");
            foreach (var (key, names) in locked.Sets)
            {
                WriteList(json, key, names.Select(name => $"{name.Id}/{name.Version}"));
            }

            json.WriteEndObject();
            json.WriteStartObject("packages");
            foreach (var package in locked.Packages.Values)
            {
                WritePackage(json, package);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>Reads a text.</summary>
    /// <exception cref="FormatException">It is no lock, or one of another form.</exception>
    public static PackageLock Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.GetProperty("version").GetInt32() != Layout || root.GetProperty("framework").GetString() != RestoreProject.Framework)
            {
                throw new FormatException($"it is not of version {Layout} for {RestoreProject.Framework}");
            }

            var locked = new PackageLock();
            foreach (var package in root.GetProperty("packages").EnumerateObject().Select(ReadPackage))
            {
                locked.Packages[package.Name.Key] = package;
            }

            foreach (var set in root.GetProperty("sets").EnumerateObject())
            {
                locked.Sets[set.Name] = [.. Texts(set.Value).Select(Name)];
                if (locked.Sets[set.Name].Where(name => !locked.Packages.ContainsKey(name.Key)).Select(name => (PackageName?)name).FirstOrDefault() is { } missing)
                {
                    throw new FormatException($"{missing} is in a set, but not among the packages");
                }
            }

            return locked;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    private static void WritePackage(Utf8JsonWriter json, LockedPackage package)
    {
        json.WriteStartObject($"{package.Name.Id}/{package.Name.Version}");
        json.WriteString("sha512", package.Hash);
        WriteList(json, "compile", package.Compile);
        WriteList(json, "run", package.Run);
        WriteSystems(json, "systems", package.Systems.Where(file => !file.IsNative));
        WriteSystems(json, "natives", package.Systems.Where(file => file.IsNative));
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts.Order(StringComparer.Ordinal))
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteSystems(Utf8JsonWriter json, string name, IEnumerable<SystemFile> files)
    {
        json.WriteStartObject(name);
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            json.WriteString(file.Path, file.System);
        }

        json.WriteEndObject();
    }

    private static LockedPackage ReadPackage(JsonProperty package)
    {
        var value = package.Value;
        return new LockedPackage(
            Name(package.Name),
            value.GetProperty("sha512").GetString() ?? "",
            [.. Texts(value.GetProperty("compile"))],
            [.. Texts(value.GetProperty("run"))],
            [.. Systems(value.GetProperty("systems"), isNative: false), .. Systems(value.GetProperty("natives"), isNative: true)]);
    }

    private static IEnumerable<SystemFile> Systems(JsonElement files, bool isNative) =>
        files.EnumerateObject().Select(file => new SystemFile(file.Name, file.Value.GetString() ?? "", isNative));

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(text => text.GetString() ?? "");

    private static PackageName Name(string text) => PackageName.Parse(text) ?? throw new FormatException($"'{text}' is no package with its version");
}
