namespace Cairn.Runtime.Hosting;

/// <summary>What an application's start does about migrations that are outstanding.</summary>
public enum StartupCheck
{
    /// <summary>Logs a warning that names what is pending or missing, or why that could not be found out; the application starts.</summary>
    Warn,

    /// <summary>The application does not start where something is pending, or where that cannot be found out. What is missing is only warned of: a newer release may be starting beside it.</summary>
    Fail,
}

/// <summary>How the start is checked.</summary>
internal sealed class StartupCheckOptions
{
    public StartupCheck Check { get; set; }
}
