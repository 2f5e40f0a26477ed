using Regent.Api;
using Regent.Portal;
using Regent.Server.Commands;
using Regent.Server.Hosting;
using Regent.Server.Sample;
using Regent.Server.SignIn;
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

var app = builder.Build();
if (!await app.Services.TryPrepareRegentAsync(Console.Error))
{
    return 1;
}

app.UseProxyOnThisMachine();
app.UseRegentPortal();
app.UseRegentApi();
app.UseRegentSignIn();
app.MapGet("/healthz", () => "ok").AllowAnonymous();
app.MapRegentSignIn();
app.MapRegentApi();
app.MapRegentPortal(typeof(Program).Assembly);
await app.RunAsync();
return 0;
