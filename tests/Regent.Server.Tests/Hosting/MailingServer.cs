using Regent.Testing.Smtp;

namespace Regent.Server.Tests.Hosting;

/// <summary>The sample server with a mail server beside it.</summary>
public sealed class MailingServer(SmtpSink sink) : SampleServer(new Dictionary<string, string>
{
    ["Smtp:Host"] = "127.0.0.1",
    ["Smtp:Port"] = $"{sink.Port}",
    ["Smtp:Security"] = "None",
    ["Smtp:From"] = "regent@regent.example",
    // On a busy machine nothing is given up only because the test has not had its turn.
    ["Smtp:Timeout"] = "300",
});
