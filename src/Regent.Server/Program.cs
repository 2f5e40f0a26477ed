using Regent.Portal;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();
#pragma warning disable RS0030 // The host is where the clock is chosen.
builder.Services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
builder.Services.AddRegentPortal();

var app = builder.Build();
app.UseRegentPortal();
app.MapGet("/healthz", () => "ok");
app.MapRegentPortal(typeof(Program).Assembly);
app.Run();
