namespace Regent.Portal.Pages.Settings;

/// <summary>What a length is counted in, with its days.</summary>
public enum LengthUnit
{
    Days = 1,
    Months = 30,
    Years = 365,
}
