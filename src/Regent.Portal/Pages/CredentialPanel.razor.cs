using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Regent.Core;
using Regent.Operations;
using Regent.Operations.Ports;
using Regent.Operations.Provisioning;
using Regent.Portal.Parts;

namespace Regent.Portal.Pages;

/// <summary>Hands over once what somebody signs in to a target with: a password, or a certificate for a key they bring.</summary>
public sealed partial class CredentialPanel
{
    private IReadOnlyList<Refusal> refusals = [];
    private Credential? credential;
    private string key = "";
    private bool tried;
    private bool sending;

    /// <summary>Where.</summary>
    [Parameter, EditorRequired]
    public CredentialDesk Desk { get; set; } = default!;

    /// <summary>Called when the reader is through.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject]
    private IssueCredential Issuing { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    private bool LacksKey => Desk.NeedsKey && string.IsNullOrWhiteSpace(key);

    private IReadOnlyList<string> KeyErrors => tried && LacksKey ? ["Paste your public key."] : [];

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
        (tried, refusals) = (true, []);
        if (sending || LacksKey || Caller.From((await Authentication).User) is not { } caller)
        {
            await Browser.InvokeVoidAsync("regent.focusSoon", "#credential-form [aria-invalid=true]");
            return;
        }

        sending = true;
        try
        {
            var outcome = await Issuing.ExecuteAsync(caller, Desk.Target, Desk.NeedsKey ? key.Trim() : null, CancellationToken.None);
            refusals = outcome.Reasons();
            credential = outcome is Outcome<Credential>.Done(var issued) ? issued : null;
        }
        finally
        {
            sending = false;
        }
    }
}
