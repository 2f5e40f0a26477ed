using Microsoft.AspNetCore.Components;
using Regent.Core;
using Regent.Operations.Ports;
using Regent.Operations.Provisioning;

namespace Regent.Portal.Pages;

/// <summary>Hands over once what somebody signs in to a target with: a password, or a certificate for a key they bring.</summary>
public sealed partial class CredentialPanel
{
    private Credential? credential;
    private string key = "";

    /// <summary>Where.</summary>
    [Parameter, EditorRequired]
    public CredentialDesk Desk { get; set; } = default!;

    protected override string Id => "credential-panel";

    protected override bool IsComplete => !LacksKey;

    [Inject]
    private IssueCredential Issuing { get; set; } = default!;

    private bool LacksKey => Desk.NeedsKey && string.IsNullOrWhiteSpace(key);

    private IReadOnlyList<string> KeyErrors => Tried && LacksKey ? ["Paste your public key."] : [];

    // Where ssh looks for a key of this kind unless told otherwise; there it finds the certificate by itself.
    private string KeyFile => key.TrimStart().Split(' ', 2)[0] switch
    {
        "ssh-rsa" => "~/.ssh/id_rsa",
        var kind when kind.StartsWith("ecdsa", StringComparison.Ordinal) => "~/.ssh/id_ecdsa",
        var kind when kind.StartsWith("sk-ecdsa", StringComparison.Ordinal) => "~/.ssh/id_ecdsa_sk",
        var kind when kind.StartsWith("sk-ssh", StringComparison.Ordinal) => "~/.ssh/id_ed25519_sk",
        _ => "~/.ssh/id_ed25519",
    };

    private string Command => $"ssh -i {KeyFile} -o CertificateFile={KeyFile}-cert.pub NAME@SERVER";

    private async Task IssueAsync()
    {
        var outcome = await AskAsync(caller => Issuing.ExecuteAsync(caller, Desk.Target, Desk.NeedsKey ? key.Trim() : null, CancellationToken.None));
        credential = outcome is Outcome<Credential>.Done(var issued) ? issued : credential;
    }
}
