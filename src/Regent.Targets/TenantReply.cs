using Regent.Core.Targets;

namespace Regent.Targets;

/// <summary>What came of one call to a tenant.</summary>
/// <param name="Value">What was answered; meaningless when there was trouble.</param>
/// <param name="Trouble">What went wrong; null when nothing did.</param>
/// <param name="Status">The status of HTTP; null when there was no answer.</param>
/// <param name="Code">The error's code; null when it has none.</param>
internal sealed record TenantReply<T>(T? Value, TargetAnswer? Trouble, int? Status = null, string? Code = null)
{
    /// <summary>Whether the way was lost, so that the next call need not be tried.</summary>
    public bool IsLost => Trouble?.Result == TargetResult.Unreachable;

    public bool IsForbidden => Status is 401 or 403;

    public bool IsMissing => Status == 404;

    public static TenantReply<T> Of(T value) => new(value, Trouble: null);

    public static TenantReply<T> Failed(TargetAnswer why) => new(default, why);

    /// <summary>The same failure of another call.</summary>
    public TenantReply<TOther> As<TOther>() => new(default, Trouble, Status, Code);

    /// <summary>Whether the error has one of these codes.</summary>
    public bool Has(params ReadOnlySpan<string> codes)
    {
        foreach (var code in codes)
        {
            if (string.Equals(code, Code, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
