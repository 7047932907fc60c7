using System.Diagnostics;

namespace Cairn.Runtime.Telemetry;

/// <summary>How a span says that it failed: by codes alone.</summary>
internal static class SpanErrors
{
    public static void Tell(Activity activity, Client? client, Exception error)
    {
        activity.SetStatus(ActivityStatusCode.Error);
        activity.SetTag(TagNames.ErrorType, ErrorTypes.Of(error));
        if (client is { } known && ErrorTypes.StatusCode(known, error) is { } code)
        {
            activity.SetTag(TagNames.StatusCode, code);
        }
    }
}
