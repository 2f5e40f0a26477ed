using System.CommandLine;
using Regent.Cli.Access;

namespace Regent.Cli.Commands;

/// <summary><c>ssh sign</c>: fetches a certificate with which one signs in to servers, for as long as one's roles last.</summary>
internal static class SshCommand
{
    // What stands for the terminal in the place of a file.
    private const string Terminal = "-";

    private static readonly string[] UsualKeys = ["id_ed25519.pub", "id_ed25519_sk.pub", "id_ecdsa.pub", "id_ecdsa_sk.pub", "id_rsa.pub"];

    public static Command Create(RemoteOptions remote)
    {
        var target = new Option<string?>("--target", "-t") { Description = "Where, by name or id; not needed where there is only one", HelpName = "NAME" };
        var key = new Option<string?>("--key", "-k") { Description = "Your public key; else the first of the usual ones in ~/.ssh", HelpName = "FILE" };
        var output = new Option<string?>("--out", "-o")
        {
            Description = "Where the certificate goes; else beside the key, where ssh finds it. - is the terminal",
            HelpName = "FILE",
        };
        var sign = new Command("sign", "Fetch a certificate for the servers that the roles you hold now open") { target, key, output };
        remote.Run(sign, async (parsed, session, ct) =>
        {
            var path = KeyFile(parsed.GetValue(key), session.Terminal);
            var line = await ReadAsync(path, ct);
            var place = await CredentialPlace.ChooseAsync(session.Graph, parsed.GetValue(target), ct);
            var credential = await session.Graph.IssueAsync(place.Id, line, ct);
            await HandOverAsync(session, place, credential, parsed.GetValue(output) ?? CertificateFile(path), ct);
            return ExitCode.Done;
        });
        return new Command("ssh", "Sign in to servers with certificates") { sign };
    }

    private static async Task HandOverAsync(Session session, CredentialTarget place, IssuedCredential credential, string file, CancellationToken ct)
    {
        if (file == Terminal)
        {
            await (session.WantsJson ? session.WriteJsonAsync(credential) : session.WriteAsync(credential.Text));
            return;
        }

        try
        {
            await File.WriteAllTextAsync(file, credential.Text + "\n", ct);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new MisuseException($"The certificate cannot be written to {file}: {failure.Message} Say where it goes with --out");
        }

        await session.AnswerAsync(
            new { target = place.Name, file, credential.Serial, credential.ExpiresAt },
            $"{place.Name}  {session.Moments.Until(credential.ExpiresAt)}  {file}");
    }

    private static string KeyFile(string? given, Terminal terminal)
    {
        if (given is not null)
        {
            return given.EndsWith(".pub", StringComparison.Ordinal) ? given : $"{given}.pub";
        }

        var folder = Path.Combine(
            terminal.Variable("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".ssh");
        return UsualKeys.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
            ?? throw new MisuseException($"There is no public key in {folder}. Make one with: ssh-keygen -t ed25519, or say where yours is with --key");
    }

    private static async Task<string> ReadAsync(string path, CancellationToken ct)
    {
        try
        {
            return (await File.ReadAllTextAsync(path, ct)).Trim();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new MisuseException($"There is no public key to read at {path}. Make one with: ssh-keygen -t ed25519, or say where yours is with --key");
        }
    }

    // The name under which ssh looks for the certificate of a key.
    private static string CertificateFile(string key) => $"{key[..^".pub".Length]}-cert.pub";
}
