using Bunit;
using Regent.Portal.Parts;

namespace Regent.Portal.Tests.Parts;

public sealed class PersonNameTests : BunitContext
{
    [Theory]
    [InlineData("Ada Lovelace", "AL")]
    [InlineData("Jean-Luc de la Tour", "JT")]
    [InlineData("émile", "É")]
    [InlineData("", "?")]
    public void A_person_is_pictured_by_the_first_and_last_initial(string name, string initials)
    {
        var person = Render<PersonName>(p => p.Add(part => part.Name, name));

        Assert.Equal(initials, person.Find(".person-picture").TextContent);
    }

    [Fact]
    public void A_name_is_text_and_never_markup()
    {
        var person = Render<PersonName>(p => p.Add(part => part.Name, "<b>Ada</b>"));

        Assert.Equal("<b>Ada</b>", person.Find(".person-name").TextContent);
    }
}
