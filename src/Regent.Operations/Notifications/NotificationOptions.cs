using System.ComponentModel.DataAnnotations;

namespace Regent.Operations.Notifications;

/// <summary>What mails need to know of the world.</summary>
public sealed class NotificationOptions
{
    /// <summary>Where people reach the portal; links in mails begin with it.</summary>
    [Required]
    public Uri PublicUrl { get; set; } = new("http://127.0.0.1:5080");

    /// <summary>The address of a page. It never begins with what a visitor says this server is called.</summary>
    public Uri To(string page) => new(new Uri($"{PublicUrl.ToString().TrimEnd('/')}/"), page);
}
