using System.Text;

namespace Cairn.Tool.Settings;

/// <summary>Puts environment variables into a settings file's values: <c>${NAME}</c>; <c>$${NAME}</c> stays as <c>${NAME}</c>.</summary>
internal static class VariableSubstitution
{
    /// <summary>The text with its variables; <paramref name="wrong"/> makes the error from a code and a reason.</summary>
    /// <exception cref="CairnException">A variable is not set (CAIRN7010), or a brace is not closed (CAIRN7002).</exception>
    public static string Apply(string text, Func<string, string?> variable, Func<string, string, CairnException> wrong)
    {
        var result = new StringBuilder(text.Length);
        for (var position = 0; position < text.Length;)
        {
            var start = text.IndexOf("${", position, StringComparison.Ordinal);
            if (start < 0)
            {
                return result.Append(text, position, text.Length - position).ToString();
            }

            var end = text.IndexOf('}', start);
            if (end < 0)
            {
                throw wrong(ErrorCodes.SettingInvalid, "a ${ is not closed by a }.");
            }

            if (start > position && text[start - 1] == '$')
            {
                result.Append(text, position, start - 1 - position).Append(text, start, end + 1 - start);
            }
            else
            {
                var name = text[(start + 2)..end];
                result.Append(text, position, start - position)
                    .Append(variable(name) ?? throw wrong(ErrorCodes.VariableMissing, $"the environment variable {name} is not set."));
            }

            position = end + 1;
        }

        return result.ToString();
    }
}
