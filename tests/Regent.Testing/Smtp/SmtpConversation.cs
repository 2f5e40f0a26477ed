using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MimeKit;

namespace Regent.Testing.Smtp;

/// <summary>One client at a <see cref="SmtpSink"/>.</summary>
internal sealed class SmtpConversation(Stream connection, SmtpManners manners, Func<MimeMessage, bool, string> take) : IAsyncDisposable
{
    private Stream stream = connection;
    private StreamReader reader = new(connection, Encoding.Latin1);
    private StreamWriter writer = Writer(connection);
    private bool isKnown = manners.Login is null;

    private bool IsProtected => stream is SslStream;

    public async Task RunAsync(CancellationToken ct)
    {
        if (manners is { IsTlsFromTheStart: true, Certificate: { } certificate })
        {
            await ProtectAsync(certificate, ct);
        }

        await writer.WriteLineAsync("220 sink");
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            await AnswerAsync(line, ct);
        }
    }

    public async ValueTask DisposeAsync()
    {
        reader.Dispose();
        await writer.DisposeAsync();
        await stream.DisposeAsync();
    }

    private Task AnswerAsync(string line, CancellationToken ct) => line.Split(' ', ':')[0].ToUpperInvariant() switch
    {
        "EHLO" => GreetAsync(),
        "STARTTLS" when manners.Certificate is { } certificate => BeginTlsAsync(certificate, ct),
        "AUTH" => JudgeAsync(line),
        "MAIL" when !isKnown => writer.WriteLineAsync("530 who are you"),
        "DATA" => TakeAsync(ct),
        "QUIT" when manners.IsSilentAtGoodbye => Task.Delay(Timeout.Infinite, ct),
        "QUIT" => writer.WriteLineAsync("221 bye"),
        _ => writer.WriteLineAsync("250 ok"),
    };

    private async Task GreetAsync()
    {
        string?[] abilities =
        [
            "sink",
            manners.Certificate is not null && !IsProtected ? "STARTTLS" : null,
            manners.Login is not null ? "AUTH PLAIN" : null,
        ];
        var told = abilities.OfType<string>().ToList();
        foreach (var (index, ability) in told.Index())
        {
            await writer.WriteLineAsync($"250{(index < told.Count - 1 ? '-' : ' ')}{ability}");
        }
    }

    private async Task BeginTlsAsync(X509Certificate2 certificate, CancellationToken ct)
    {
        await writer.WriteLineAsync("220 go on");
        await ProtectAsync(certificate, ct);
    }

    private async Task ProtectAsync(X509Certificate2 certificate, CancellationToken ct)
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, ct);
        (stream, reader, writer) = (secure, new StreamReader(secure, Encoding.Latin1), Writer(secure));
    }

    // AUTH PLAIN with its answer on the same line: nothing, the user, the password, with zeros between.
    private Task JudgeAsync(string line)
    {
        var said = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[^1])).Split('\0');
        isKnown = manners.Login is { } login && said is [_, var user, var password] && login == (user, password);
        return writer.WriteLineAsync(isKnown ? "235 welcome" : "535 no");
    }

    private async Task TakeAsync(CancellationToken ct)
    {
        await writer.WriteLineAsync("354 go on");
        var message = await ReadMessageAsync(ct);
        await manners.BeforeTaking();
        await writer.WriteLineAsync(take(message, IsProtected));
    }

    private async Task<MimeMessage> ReadMessageAsync(CancellationToken ct)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(ct) is { } line && line != ".")
        {
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        using var kept = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
        return await MimeMessage.LoadAsync(kept, ct);
    }

    private static StreamWriter Writer(Stream to) => new(to, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
}
