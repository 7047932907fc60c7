namespace Cairn.Runtime.Linting.Waivers;

/// <summary>A comment that waives a rule: <c>// cairn:lint-ignore L101 the table is empty</c>.</summary>
/// <param name="Line">The line it is on, from 1.</param>
/// <param name="Rule">The rule's code; empty where none was named.</param>
/// <param name="Reason">Why; may be empty, which is a finding itself.</param>
/// <param name="WholeFile">Whether it counts for the whole file (<c>cairn:lint-ignore-file</c>).</param>
internal sealed record Waiver(int Line, string Rule, string Reason, bool WholeFile);
