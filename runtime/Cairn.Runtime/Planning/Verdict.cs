using Cairn.Runtime.Execution;
using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Planning;

/// <summary>Sorts findings by the user's policies into warnings and errors.</summary>
internal sealed class Verdict
{
    private readonly List<CairnException> _errors = [];
    private readonly List<string> _warnings = [];

    public void Refuse(IEnumerable<CairnException> findings) => _errors.AddRange(findings);

    public void Warn(string warning) => _warnings.Add(warning);

    public void Judge(CheckPolicy policy, IEnumerable<CairnException> findings)
    {
        if (policy == CheckPolicy.Refuse)
        {
            Refuse(findings);
        }
        else if (policy == CheckPolicy.Warn)
        {
            _warnings.AddRange(Words.Shorten([.. findings.Select(finding => finding.Message)]));
        }
    }

    public IReadOnlyList<string> WarningsOrThrow()
    {
        ErrorList.ThrowIfAny(_errors);
        return _warnings;
    }
}
