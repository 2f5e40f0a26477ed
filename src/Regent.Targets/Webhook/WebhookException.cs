namespace Regent.Targets.Webhook;

/// <summary>A call that came to nothing. It does not leave the folder.</summary>
internal sealed class WebhookException(Setback setback) : Exception(setback.Answer.Words)
{
    public Setback Setback => setback;
}
