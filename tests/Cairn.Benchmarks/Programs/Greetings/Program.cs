// The floor of every start: what .NET itself takes.
Console.WriteLine("Hello, world!");
