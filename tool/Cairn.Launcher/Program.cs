using Cairn.Launcher;

return await Glance.TryAsync(args) ?? Handover.Run(args);
