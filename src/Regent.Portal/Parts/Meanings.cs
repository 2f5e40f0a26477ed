using Microsoft.FluentUI.AspNetCore.Components;

namespace Regent.Portal.Parts;

/// <summary>How each <see cref="Meaning"/> looks.</summary>
internal static class Meanings
{
    /// <summary>Its icon.</summary>
    public static Icon Picture(Meaning meaning) => meaning switch
    {
        Meaning.Info => Glyphs.Info,
        Meaning.InEffect => Glyphs.Active,
        Meaning.Pending => Glyphs.Pending,
        Meaning.EndingSoon => Glyphs.EndingSoon,
        Meaning.Denied => Glyphs.Denied,
        Meaning.Over => Glyphs.Over,
    };

    /// <summary>The class that sets its colours.</summary>
    public static string Tone(Meaning meaning) => meaning switch
    {
        Meaning.Info => "tone-info",
        Meaning.InEffect => "tone-good",
        Meaning.Pending or Meaning.EndingSoon => "tone-wait",
        Meaning.Denied => "tone-bad",
        Meaning.Over => "tone-over",
    };
}
