using System.Reflection;
using Cairn.Runtime;
using Cairn.Runtime.Migrations;
using Cairn.Scripting.Formats;

namespace Cairn.Scripting.Binding;

/// <summary>Reads the options of a migration from its attributes; they were checked when it was compiled.</summary>
internal sealed class OptionReader
{
    private static readonly Type[] Options =
    [
        typeof(NoTransactionAttribute), typeof(TimeoutAttribute), typeof(LockTimeoutAttribute), typeof(ClientAttribute), typeof(TagAttribute),
        typeof(PhaseAttribute), typeof(IrreversibleAttribute), typeof(LossyAttribute), typeof(ReplacesAttribute),
    ];

    /// <summary>Reads the attributes.</summary>
    /// <param name="both">What counts for both directions: the class.</param>
    /// <param name="up">The members that go up.</param>
    /// <param name="down">The members that go down.</param>
    /// <param name="sameForBoth">Whether what goes up goes down too.</param>
    public OptionReader(IReadOnlyList<MemberInfo> both, IReadOnlyList<MemberInfo> up, IReadOnlyList<MemberInfo> down, bool sameForBoth)
    {
        var ups = Attributes([.. up, .. both]);
        Up = Read(ups);
        Irreversible = ups.OfType<IrreversibleAttribute>().FirstOrDefault()?.Why;
        if (sameForBoth)
        {
            Down = Up;
            return;
        }

        Down = Read(Attributes([.. down, .. both])).ForDown(Up);
        Up = Up with { Tags = Down.Tags };
    }

    /// <summary>The options of going up.</summary>
    public MigrationOptions Up { get; }

    /// <summary>The options of going down.</summary>
    public MigrationOptions Down { get; }

    /// <summary>Why there is no way back, where the author says so.</summary>
    public string? Irreversible { get; }

    // Only these are made: the compiler puts some of its own on every function, and they are slow to make.
    private static List<Attribute> Attributes(IEnumerable<MemberInfo> members) =>
        [.. members.SelectMany(member => Options.SelectMany(option => member.GetCustomAttributes(option, inherit: false).Cast<Attribute>()))];

    // The nearer attribute comes first in the list, and wins.
    private static MigrationOptions Read(List<Attribute> attributes) => new()
    {
        NoTransaction = attributes.Exists(attribute => attribute is NoTransactionAttribute),
        Timeout = Time(attributes.OfType<TimeoutAttribute>().FirstOrDefault()?.Duration),
        LockTimeout = Time(attributes.OfType<LockTimeoutAttribute>().FirstOrDefault()?.Duration),
        Clients = attributes.OfType<ClientAttribute>().FirstOrDefault()?.Clients ?? [],
        Tags = [.. attributes.OfType<TagAttribute>().Select(tag => tag.Tag).Distinct(StringComparer.Ordinal)],
        Replaces = attributes.OfType<ReplacesAttribute>().FirstOrDefault()?.Versions ?? [],
        Phase = attributes.OfType<PhaseAttribute>().FirstOrDefault()?.Phase ?? Phase.Before,
        Lossy = attributes.OfType<LossyAttribute>().DistinctBy(lossy => lossy.Column).ToDictionary(lossy => lossy.Column, lossy => lossy.Why),
    };

    private static TimeSpan? Time(string? text) => Duration.TryParse(text, out var time) ? time : null;
}
