using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Regent.Portal.Parts;

/// <summary>A person or group with their initials in a colour that stays theirs.</summary>
public sealed partial class PersonName
{
    /// <summary>The display name.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>A second, quieter line: the user principal name, a title.</summary>
    [Parameter]
    public string? Detail { get; set; }

    /// <summary>Shows the initials alone; whoever uses it this way names the person elsewhere.</summary>
    [Parameter]
    public bool OnlyPicture { get; set; }

    private string Initials
    {
        get
        {
            var words = Name.Split([' ', '.', '-', '@'], StringSplitOptions.RemoveEmptyEntries);
            return words switch
            {
                [] => "?",
                [var only] => First(only),
                [var first, .., var last] => First(first) + First(last),
            };
        }
    }

    private int Hue => Name.Aggregate(7, (sum, letter) => ((sum * 31) + letter) % 360);

    private static string First(string word) => StringInfo.GetNextTextElement(word).ToUpperInvariant();
}
