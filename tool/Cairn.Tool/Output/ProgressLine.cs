using System.Diagnostics;

namespace Cairn.Tool.Output;

/// <summary>What runs now: one line that is drawn over on a terminal, few plain lines elsewhere.</summary>
internal sealed class ProgressLine(Printer printer)
{
    private const int Width = 30;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan PlainPause = TimeSpan.FromSeconds(10);

    private string? _what;
    private string _drawn = "";
    private long _told;
    private long _lastTenth;

    /// <summary>A migration begins.</summary>
    public void Begin(string what)
    {
        (_what, _told, _lastTenth) = (what, Stopwatch.GetTimestamp(), 0);
        if (printer.Draws)
        {
            Draw(what + " …");
        }
        else if (printer.Verbose)
        {
            printer.Note(what);
        }
    }

    /// <summary>The script says how far it is.</summary>
    public void Show(long done, long? total)
    {
        var tenth = total is > 0 ? done * 10 / total.Value : 0;
        var last = tenth >= 10 && _lastTenth < 10;
        if (printer.Draws)
        {
            if (last || Stopwatch.GetElapsedTime(_told) >= Pause)
            {
                _told = Stopwatch.GetTimestamp();
                Draw($"{_what} {Bar(done, total)}");
            }
        }
        else if (total is > 0 ? tenth > _lastTenth : Stopwatch.GetElapsedTime(_told) >= PlainPause)
        {
            _told = Stopwatch.GetTimestamp();
            printer.Note($"  {_what}: {done}{(total is > 0 ? $" of {total}" : "")}");
        }

        _lastTenth = tenth;
    }

    /// <summary>Takes the line away, to print another.</summary>
    public void Clear()
    {
        if (_drawn.Length > 0)
        {
            printer.Draw("");
        }
    }

    /// <summary>Puts the line back.</summary>
    public void Redraw()
    {
        if (_drawn.Length > 0)
        {
            printer.Draw(_drawn);
        }
    }

    /// <summary>The migration ended.</summary>
    public void End()
    {
        Clear();
        _drawn = "";
    }

    private void Draw(string text) => printer.Draw(_drawn = text);

    private static string Bar(long done, long? total)
    {
        if (total is not > 0)
        {
            return done.ToString();
        }

        var filled = (int)Math.Clamp(done * Width / total.Value, 0, Width);
        return $"[{new string('#', filled)}{new string('.', Width - filled)}] {Math.Clamp(done * 100 / total.Value, 0, 100)} %";
    }
}
