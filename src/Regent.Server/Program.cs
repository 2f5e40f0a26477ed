using Regent.Api;
using Regent.Portal;
using Regent.Server.Commands;
using Regent.Server.Explorer;
using Regent.Server.Hosting;
using Regent.Server.Sample;
using Regent.Server.SignIn;
using Regent.Server.Tls;
using Regent.Server.Tokens;
using Regent.Server.Workers;

if (LocalCommands.Knows(args))
{
    return await LocalCommands.RunAsync(args, Console.Out, Console.Error);
}

var builder = WebApplication.CreateBuilder(Arguments.Read(args));
builder.WebHost.UseStaticWebAssets();
builder.Services.AddRegent(builder.Configuration);
builder.Services.AddRegentApi();
builder.Services.AddRegentPortal();
builder.Services.AddRegentWorkers();
builder.Services.AddHostedService<SampleAnnouncer>();
builder.AddRegentTls();

var app = builder.Build();
// Most of the start is this; the rest is put together beside it, and nobody is let in before both are done.
var prepared = Task.Run(() => app.Services.TryPrepareRegentAsync(Console.Error));

app.UseProxyOnThisMachine();
app.UseRegentTokens();
app.UseRegentApiAddresses();
app.UseRegentPortal();
app.UseRegentApi();
app.UseRegentSignIn();
app.MapMethods("/healthz", [HttpMethods.Get, HttpMethods.Head], () => "ok").AllowAnonymous();
app.MapRegentSignIn();
app.MapRegentTokens();
app.MapRegentApi(new TokenPlaces(AuthorizeRoute.Address, TokenRoute.Address));
app.MapRegentExplorer();
app.MapRegentPortal(typeof(Program).Assembly);
if (!await prepared)
{
    return 1;
}

await app.RunAsync();
return 0;
