using Cairn.Runtime.Adoptions.Systems;
using Cairn.Runtime.Planning;

namespace Cairn.Runtime.Adoptions.Matches;

/// <summary>
/// Finds the migration of each row: the one with its version; where there is none, the one with its description, of the same day where both name one. What fits
/// twice is refused.
/// </summary>
internal sealed class RowMatcher(AdoptedSystem system, IReadOnlyList<Candidate> candidates, AdoptRequest request)
{
    private readonly ILookup<string, Candidate> byForm = candidates.ToLookup(candidate => candidate.Form, StringComparer.Ordinal);
    private readonly ILookup<string, Candidate> byName = candidates.Where(candidate => candidate.Name is not null).ToLookup(candidate => candidate.Name!, StringComparer.Ordinal);
    private readonly Dictionary<Candidate, OtherRow> taken = [];

    /// <summary>What is wrong, once all rows were matched.</summary>
    public List<CairnException> Errors { get; } = [];

    public IReadOnlyList<MatchedRow> Match(IReadOnlyList<OtherRow> rows)
    {
        // All versions first: a migration that has the version of one row is not another's by its description.
        var byVersion = rows.Select(row => new MatchedRow(row, row.Version is null ? null : OfVersion(row, row.Version))).ToList();
        return [.. byVersion.Select(matched => matched.Found is null ? OfName(matched.Row) : matched)];
    }

    private Candidate? OfVersion(OtherRow row, string version)
    {
        var found = Only(row, [.. byForm[VersionForm.Of(version)]]);
        if (found is not null && !request.ByVersion && !system.DescribesFreely && found.IsNamedOtherwise(row))
        {
            Errors.Add(new CairnException(ErrorCodes.AdoptionNameDiffers, $"{system.Title} has applied \"{row.Text}\", and {found.Migration.Path} has its version but another description.")
            {
                File = found.Migration.Path,
                Fix = "Where they are the same migration, name the file as the other tool did, or say --by-version. Where they are not, give the file a version of its own.",
            });
        }

        return found;
    }

    private MatchedRow OfName(OtherRow row)
    {
        var named = NameForm.Of(row.Name) is { } name ? byName[name].Where(candidate => !taken.ContainsKey(candidate)).ToList() : [];
        var found = Only(row, [.. named.Where(candidate => !candidate.IsOfOtherDay(row))]);
        return new MatchedRow(row, found) { Near = found is null ? named.FirstOrDefault(candidate => candidate.IsOfOtherDay(row)) : null };
    }

    private Candidate? Only(OtherRow row, IReadOnlyList<Candidate> found)
    {
        if (found.Count > 1)
        {
            Errors.Add(new CairnException(ErrorCodes.AdoptionAmbiguous, $"{Words.List([.. found.Select(candidate => candidate.Migration.Path)])} all fit what {system.Title} has as \"{row.Text}\".")
            {
                Fix = "Rename all but one of them, so that one has its version.",
            });
        }

        if (found.Count > 0 && !taken.TryAdd(found[0], row))
        {
            Errors.Add(new CairnException(ErrorCodes.AdoptionAmbiguous, $"{found[0].Migration.Path} fits two rows of {system.Title}: \"{taken[found[0]].Text}\" and \"{row.Text}\".")
            {
                File = found[0].Migration.Path,
                Fix = "Look which of the two rows is true; the other one has to go, or to have a file of its own.",
            });
        }

        return found.Count > 0 ? found[0] : null;
    }
}
