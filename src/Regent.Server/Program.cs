using Regent.Operations;
using Regent.Portal;
using Regent.Server.SignIn;
using Regent.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();
#pragma warning disable RS0030 // The host is where the clock is chosen.
builder.Services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
builder.Services.AddRegentStorage(builder.Configuration);
builder.Services.AddRegentOperations();
builder.Services.AddRegentPortal();
builder.Services.AddRegentSignIn(builder.Configuration);

var app = builder.Build();
await app.Services.PrepareRegentStorageAsync();
app.UseRegentPortal();
app.UseRegentSignIn();
app.MapGet("/healthz", () => "ok");
app.MapRegentSignIn();
app.MapRegentPortal(typeof(Program).Assembly);
await app.RunAsync();
