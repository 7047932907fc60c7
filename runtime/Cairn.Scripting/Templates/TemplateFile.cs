namespace Cairn.Scripting.Templates;

/// <summary>A file to write.</summary>
/// <param name="Path">Its path relative to the project's folder, with <c>/</c>.</param>
/// <param name="Text">Its text.</param>
public sealed record TemplateFile(string Path, string Text);
