using Cairn.Faults;
using Cairn.Faults.Workers;

if (args is [Worker.Argument])
{
    await Worker.RunAsync();
    return 0;
}

return await Harness.RunAsync(Options.Parse(args));
