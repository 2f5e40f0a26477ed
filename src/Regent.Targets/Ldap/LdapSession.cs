using System.DirectoryServices.Protocols;
using System.Net;
using Regent.Core.Targets;

namespace Regent.Targets.Ldap;

/// <summary>One encrypted connection to one server, signed in.</summary>
internal sealed class LdapSession : IDisposable
{
    private const int InvalidCredentials = 49;
    private const int FilterError = 87;
    private const int FilterErrorOfLibrary = -7;
    private const int TimedOut = 85;
    private const int TimedOutOfLibrary = -5;

    // The library gives up in time by itself; this is for when it does not.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly LdapConnection connection;
    private readonly LdapServer server;
    private readonly TimeSpan timeout;

    private LdapSession(LdapServer server, LdapTargetOptions options)
    {
        this.server = server;
        timeout = options.Timeout;
        connection = LibLdap.With(timeout, Connect);
    }

    /// <summary>Whether the last call was given up because no answer came in time.</summary>
    public bool IsSlow { get; private set; }

    /// <summary>The server, as it stands in the settings.</summary>
    public string Server => server.ToString();

    /// <summary>Connects and signs in. The password is not sent before the server has shown who it is.</summary>
    public static async Task<LdapSession> OpenAsync(LdapServer server, LdapTargetOptions options, CancellationToken ct)
    {
        if (!LibLdap.IsThere)
        {
            throw new LdapTrouble(TargetAnswer.Unreachable(
                "The LDAP library is not on Regent's machine. Install libldap, on Debian the package libldap-2.5-0."));
        }

        using var trust = options.Authorities is { } authorities ? new TrustFolder(authorities) : null;
        var session = new LdapSession(server, options);
        try
        {
            session.Trust(trust);
            await session.CallAsync(() => session.SignIn(options), steps: 3, ct);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Sends one request. What the server says no to is a response too.</summary>
    public Task<DirectoryResponse> SendAsync(DirectoryRequest request, CancellationToken ct) => CallAsync(() => Send(request), steps: 1, ct);

    public void Dispose() => connection.Dispose();

    private LdapConnection Connect()
    {
        var made = new LdapConnection(new LdapDirectoryIdentifier(server.Host, server.Port)) { AutoBind = false, Timeout = timeout };
        made.SessionOptions.ProtocolVersion = 3;
        made.SessionOptions.ReferralChasing = ReferralChasingOptions.None;
        made.SessionOptions.SecureSocketLayer = server.StartsEncrypted;
        return made;
    }

    private void Trust(TrustFolder? trust)
    {
        if (trust is not null && !OperatingSystem.IsWindows())
        {
            connection.SessionOptions.TrustedCertificatesDirectory = trust.Path;
            connection.SessionOptions.StartNewTlsSessionContext();
        }
    }

    private bool SignIn(LdapTargetOptions options)
    {
        if (!server.StartsEncrypted)
        {
            // Any request opens the connection, and this one tells nobody anything.
            connection.AuthType = AuthType.Anonymous;
            _ = Send(new SearchRequest("", "(objectClass=*)", SearchScope.Base, "1.1"));
            connection.SessionOptions.StartTransportLayerSecurity(null);
        }

        connection.AuthType = AuthType.Basic;
        connection.Bind(new NetworkCredential(options.BindDn, options.BindPassword));
        return true;
    }

    private DirectoryResponse Send(DirectoryRequest request)
    {
        try
        {
            return connection.SendRequest(request, timeout);
        }
        catch (DirectoryOperationException error) when (error.Response is { } response)
        {
            return response;
        }
    }

    private async Task<T> CallAsync<T>(Func<T> call, int steps, CancellationToken ct)
    {
        try
        {
            return await Task.Run(call, CancellationToken.None).WaitAsync((timeout * steps) + Patience, ct);
        }
        catch (LdapException error)
        {
            IsSlow = error.ErrorCode is TimedOut or TimedOutOfLibrary;
            throw new LdapTrouble(AnswerTo(error));
        }
        catch (TimeoutException)
        {
            IsSlow = true;
            throw new LdapTrouble(TargetAnswer.Unreachable(TooSlow));
        }
        catch (DirectoryOperationException error)
        {
            throw new LdapTrouble(TargetAnswer.Unreachable($"{server} starts no TLS, or its certificate is not trusted: {error.Message}"));
        }
    }

    private string TooSlow => $"{server} did not answer in {timeout.TotalSeconds} seconds.";

    private TargetAnswer AnswerTo(LdapException error) => error.ErrorCode switch
    {
        InvalidCredentials => TargetAnswer.Refused($"{server} refuses the sign-in: {error.Message} Look at the sign-in DN and its password."),
        FilterError or FilterErrorOfLibrary => TargetAnswer.Refused("The directory cannot read one of the filters. Look at those of the settings."),
        TimedOut or TimedOutOfLibrary => TargetAnswer.Unreachable(TooSlow),
        _ => TargetAnswer.Unreachable(
            $"{server} cannot be reached, or its certificate is not of a trusted authority or not for this name: {error.Message}"),
    };
}
