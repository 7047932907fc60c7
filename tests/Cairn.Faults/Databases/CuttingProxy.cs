using System.Net;
using System.Net.Sockets;

namespace Cairn.Faults.Databases;

/// <summary>A way to a server that can be cut: so that both ends know, so that the server learns it late, or so that an answer is lost.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly List<Line> open = [];
    private readonly TaskCompletionSource lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly (string Host, int Port) server;
    private int answersLeft = -1;

    public CuttingProxy((string Host, int Port) server)
    {
        this.server = server;
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Ends when the answer of <see cref="LoseAnswer"/> came from the server, and was kept from the client.</summary>
    public Task Lost => lost.Task;

    /// <summary>Lets some answers through, and keeps the next one from the client.</summary>
    public void LoseAnswer(int after) => Volatile.Write(ref answersLeft, after);

    /// <summary>Cuts all connections: for the client at once, for the server after a time.</summary>
    public async Task CutAsync(TimeSpan serverLearnsAfter)
    {
        Line[] lines;
        lock (open)
        {
            lines = [.. open];
        }

        foreach (var line in lines)
        {
            line.Client.Close(0);
        }

        await Task.Delay(serverLearnsAfter);
        foreach (var line in lines)
        {
            line.Server.Close(0);
        }
    }

    public void Dispose()
    {
        listener.Dispose();
        CutAsync(TimeSpan.Zero).Wait();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptSocketAsync();
                var upstream = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await upstream.ConnectAsync(server.Host, server.Port);
                client.NoDelay = true;
                lock (open)
                {
                    open.Add(new Line(client, upstream));
                }

                _ = PumpAsync(client, upstream, answers: false);
                _ = PumpAsync(upstream, client, answers: true);
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // Disposed of.
        }
    }

    private async Task PumpAsync(Socket from, Socket to, bool answers)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var count)
            {
                if (answers && IsLost())
                {
                    lost.TrySetResult();
                    return;
                }

                await to.SendAsync(buffer.AsMemory(0, count));
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // Cut, or the other end went away; the ends find out by themselves.
        }
        finally
        {
            if (!answers && !lost.Task.IsCompleted && !IsCut(from))
            {
                // The client has ended: so does its session on the server.
                to.Close();
            }
        }
    }

    private bool IsLost() => Volatile.Read(ref answersLeft) >= 0 && Interlocked.Decrement(ref answersLeft) < 0;

    private static bool IsCut(Socket socket) => socket.SafeHandle.IsClosed;

    private sealed record Line(Socket Client, Socket Server);
}
