using Bunit;
using Microsoft.AspNetCore.Components;
using Regent.Portal.Parts;

namespace Regent.Portal.Tests.Parts;

public sealed class FieldTests : BunitContext
{
    [Fact]
    public void The_control_is_told_its_label_its_hint_and_its_mistakes()
    {
        var field = Show("The approvers read this.", "Justification is required.");

        var input = field.Find("input");
        Assert.Equal("reason", field.Find("label").GetAttribute("for"));
        Assert.Equal("reason", input.Id);
        Assert.Equal("reason-hint reason-error", input.GetAttribute("aria-describedby"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("Justification is required.", field.Find("#reason-error").TextContent.Trim());
    }

    [Fact]
    public void Without_mistakes_the_control_is_not_marked()
    {
        var input = Show(hint: null).Find("input");

        Assert.False(input.HasAttribute("aria-invalid"));
        Assert.Equal("reason-error", input.GetAttribute("aria-describedby"));
    }

    private IRenderedComponent<Field> Show(string? hint, params string[] errors) => Render<Field>(p => p
        .Add(part => part.Id, "reason").Add(part => part.Label, "Reason").Add(part => part.Hint, hint).Add(part => part.Errors, errors)
        .Add(part => part.ChildContent, Control));

    private static RenderFragment Control(FieldContext context) => builder =>
    {
        builder.OpenElement(0, "input");
        builder.AddAttribute(1, "id", context.Id);
        builder.AddAttribute(2, "aria-describedby", context.DescribedBy);
        builder.AddAttribute(3, "aria-invalid", context.Invalid);
        builder.CloseElement();
    };
}
