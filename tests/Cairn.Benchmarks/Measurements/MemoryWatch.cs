using System.Globalization;

namespace Cairn.Benchmarks.Measurements;

/// <summary>
/// The most memory that a process held, by the kernel's own high-water mark. The figure of <c>wait4</c> will not do: a process
/// inherits there what its parent held when it was started, and this parent is big.
/// </summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly Thread thread;
    private readonly string path;
    private volatile bool ended;

    public MemoryWatch(int id)
    {
        path = string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/status");
        thread = new Thread(Watch) { IsBackground = true };
        thread.Start();
    }

    /// <summary>In MB.</summary>
    public double Most { get; private set; }

    public void Dispose()
    {
        ended = true;
        thread.Join();
    }

    private void Watch()
    {
        while (!ended)
        {
            try
            {
                var line = File.ReadLines(path).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
                if (line is not null)
                {
                    Most = Math.Max(Most, double.Parse(line.AsSpan(6, line.Length - 9), CultureInfo.InvariantCulture) / 1024);
                }
            }
            catch (IOException)
            {
                return;
            }

            Thread.Sleep(2);
        }
    }
}
