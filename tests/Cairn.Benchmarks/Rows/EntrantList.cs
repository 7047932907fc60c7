using Cairn.Benchmarks.Entrants;

namespace Cairn.Benchmarks.Rows;

/// <summary>Who takes part in a row.</summary>
internal sealed class EntrantList(Ground ground)
{
    private readonly HelloEntrant hello = new(ground.Hello);
    private readonly FloorEntrant floor = new(ground.Floor);
    private readonly Entrant[] peers = [new KnexEntrant(ground.Packages), new DbmateEntrant(ground.Packages), new EfEntrant(ground.Ef)];

    public IReadOnlyList<Entrant> Of(Row row)
    {
        CairnEntrant plain = new("Cairn", ground.Tool), cold = new("Cairn, cold", ground.Tool, cold: true), warm = new("Cairn, warm", ground.Tool);
        return row.Kind switch
        {
            RowKind.NoOp => [hello, floor, plain, new CairnEntrant("Cairn, nothing kept", ground.Tool, keeps: false), .. Without(), new CairnEntrant("Cairn by `dotnet cairn`", ground.Tool, throughDotnet: true), .. peers],
            RowKind.One => [hello, floor, cold, warm, new BundleEntrant(ground.Tool), .. peers],
            RowKind.Many => [floor, cold, warm, new BundleEntrant(ground.Tool), .. peers],
            _ => row.Pending == 0 ? [hello, floor, plain, .. peers.Where(peer => peer is not DbmateEntrant)] : [cold, warm],
        };
    }

    /// <summary>What the packages start with that have no launcher.</summary>
    private IEnumerable<CairnEntrant> Without() => ground.WithoutLauncher is { } program ? [new CairnEntrant("Cairn without its launcher", program)] : [];
}
