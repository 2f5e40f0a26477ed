namespace Regent.Targets;

/// <summary>Reads each answer to its end, for whoever calls: one without an end, or one that is too long, is given up like a lost connection.</summary>
internal sealed class BoundedHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>The longest answer, 64 MB.</summary>
    public const int Longest = 64 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(Longest, cancellationToken);
            if (response.Content.Headers.ContentType is { CharSet: not null } type)
            {
                // What these servers send is UTF-8, and a name that nobody knows would break whoever reads it.
                type.CharSet = null;
            }

            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
